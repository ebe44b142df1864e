//! Runs a practice account until it is interrupted: `cargo run -p netsuite-practice --example serve [STATE_FILE]`.

use netsuite_practice::{Options, Practice, StartError};

#[tokio::main]
async fn main() -> Result<(), StartError> {
    let state_file = std::env::args_os().nth(1).map(Into::into);
    let practice = Practice::start(Options { state_file, ..Options::default() }).await?;
    println!("{} is at {}", practice.account_id(), practice.origin());
    std::future::pending::<()>().await;
    Ok(())
}
