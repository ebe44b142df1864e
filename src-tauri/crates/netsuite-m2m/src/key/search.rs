//! The search for the two primes of an RSA key.
//!
//! Every core walks its own random stretch of odd numbers; the first two primes found by any of
//! them become the key. That divides the wait by the number of cores, which racing whole
//! generators against each other would not.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;

use crypto_primes::hazmat::{SetBits, SmallFactorsSieveFactory};
use crypto_primes::{Flavor, fips, is_prime, sieve_and_find};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rsa::{BoxedUint, RsaPrivateKey};

use crate::{Error, Result};

/// A search for a key that another thread can watch and cancel.
#[derive(Debug)]
pub struct Search {
    cancelled: AtomicBool,
    tested: AtomicU64,
    primes: AtomicU8,
    threads: usize,
}

/// How far a search is. There is no percentage: how many candidates it takes is chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Candidates tested for primality so far, on all cores.
    pub tested: u64,
    /// Primes found so far; two make a key.
    pub primes: u8,
}

impl Search {
    /// A search on all cores.
    pub fn new() -> Self {
        Self::on_threads(thread::available_parallelism().map_or(1, NonZeroUsize::get))
    }

    /// A search on that many threads, at least one.
    pub fn on_threads(threads: usize) -> Self {
        Self {
            cancelled: AtomicBool::new(false),
            tested: AtomicU64::new(0),
            primes: AtomicU8::new(0),
            threads: threads.max(1),
        }
    }

    /// Ends the search soon, within some milliseconds. It cannot be used again.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// How far the search is now.
    pub fn progress(&self) -> Progress {
        Progress { tested: self.tested.load(Relaxed), primes: self.primes.load(Relaxed) }
    }

    /// An RSA key with a modulus of exactly `bits` bits and the exponent 65537.
    pub(super) fn rsa_key(&self, bits: u32) -> Result<RsaPrivateKey> {
        loop {
            let (p, q) = self.two_primes(bits / 2)?;
            // PKCS#1 writes the larger prime first. Refused are p = q and a p - 1 or q - 1 that
            // the exponent divides: start over.
            let (p, q) = if p > q { (p, q) } else { (q, p) };
            if let Ok(key) = RsaPrivateKey::from_p_q(p, q, BoxedUint::from(65537_u64)) {
                return Ok(key);
            }
            self.primes.store(0, Relaxed);
        }
    }

    fn two_primes(&self, bits: u32) -> Result<(BoxedUint, BoxedUint)> {
        let rounds = fips::FipsOptions::with_error_bound(bits, 128)
            .ok_or(Error::Unexpected("no error bound for that size"))?;
        let found_both = AtomicBool::new(false);
        let (send, receive) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..self.threads {
                let send = send.clone();
                let stop = || found_both.load(Relaxed) || self.cancelled.load(Relaxed);
                let mut random = StdRng::try_from_rng(&mut getrandom::SysRng)
                    .map_err(|_| Error::Unexpected("no random numbers from the system"))?;
                scope.spawn(move || {
                    while !stop() {
                        let Ok(sieve) = SmallFactorsSieveFactory::<BoxedUint>::new(
                            Flavor::Any,
                            bits,
                            SetBits::TwoMsb,
                        ) else {
                            return;
                        };
                        let hit = sieve_and_find(&mut random, sieve, |random, candidate| {
                            stop() || {
                                self.tested.fetch_add(1, Relaxed);
                                is_prime(Flavor::Any, candidate)
                                    && fips::is_prime(random, Flavor::Any, candidate, rounds)
                            }
                        });
                        match hit {
                            Ok(Some(prime)) if !stop() => {
                                self.primes.fetch_add(1, Relaxed);
                                if send.send(prime).is_err() {
                                    return;
                                }
                            }
                            _ => return,
                        }
                    }
                });
            }
            drop(send);
            let primes = receive.recv().ok().zip(receive.recv().ok());
            found_both.store(true, Relaxed);
            primes.ok_or(Error::Cancelled)
        })
    }
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}
