//! Listens on 127.0.0.1 and can close any connection from inside, as a failing network does.
//!
//! axum can end a request only with an answer. A client must also live with no answer at all.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll, Waker};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Listens on the loopback address and on no other.
#[derive(Debug)]
pub(crate) struct LoopbackListener {
    listener: TcpListener,
    connections: Connections,
}

/// All open connections.
#[derive(Clone, Debug, Default)]
pub(crate) struct Connections(Arc<Mutex<Vec<Weak<Mutex<ConnectionState>>>>>);

/// Ends one connection without an answer.
#[derive(Clone, Debug)]
pub(crate) struct Disconnect(Arc<Mutex<ConnectionState>>);

#[derive(Debug, Default)]
struct ConnectionState {
    done: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

/// A connection that fails once it is disconnected.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    disconnect: Disconnect,
}

impl LoopbackListener {
    /// Binds 127.0.0.1; port 0 takes any free one.
    pub(crate) async fn bind(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        Ok(Self { listener, connections: Connections::default() })
    }

    pub(crate) fn connections(&self) -> Connections {
        self.connections.clone()
    }
}

impl Connections {
    pub(crate) fn disconnect_all(&self) {
        let open = std::mem::take(&mut *lock(&self.0));
        for connection in open.iter().filter_map(Weak::upgrade) {
            Disconnect(connection).now();
        }
    }

    fn open(&self) -> Disconnect {
        let state = Arc::default();
        let mut all = lock(&self.0);
        all.retain(|connection| connection.strong_count() > 0);
        all.push(Arc::downgrade(&state));
        Disconnect(state)
    }
}

impl Disconnect {
    /// Disconnects: whatever is read or written next fails.
    pub(crate) fn now(&self) {
        let wakers = {
            let mut state = lock(&self.0);
            state.done = true;
            [state.reader.take(), state.writer.take()]
        };
        wakers.into_iter().flatten().for_each(Waker::wake);
    }

    /// Fails when disconnected; else remembers whom to wake.
    fn watch(
        &self,
        slot: impl FnOnce(&mut ConnectionState) -> &mut Option<Waker>,
        cx: &Context<'_>,
    ) -> io::Result<()> {
        let mut state = lock(&self.0);
        if state.done {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        *slot(&mut state) = Some(cx.waker().clone());
        Ok(())
    }
}

impl Listener for LoopbackListener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        // axum's own implementation logs failures and goes on.
        let (stream, address) = Listener::accept(&mut self.listener).await;
        (Connection { stream, disconnect: self.connections.open() }, address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, LoopbackListener>> for Disconnect {
    fn connect_info(stream: IncomingStream<'_, LoopbackListener>) -> Self {
        stream.io().disconnect.clone()
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.disconnect.watch(|state| &mut state.reader, cx)?;
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.disconnect.watch(|state| &mut state.writer, cx)?;
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
