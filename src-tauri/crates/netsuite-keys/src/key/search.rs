//! The search for the two primes of an RSA key.
//!
//! Every core walks its own random stretch of odd numbers; the first two primes found by any of
//! them become the key. That divides the wait by the number of cores, which racing whole
//! generators against each other would not.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;

use crypto_primes::{Flavor, fips};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rsa::{BoxedUint, PrivateKey as RsaPrivateKey};

use super::fermat::is_certainly_composite;
use super::sieve::SmallPrimes;
use crate::{Error, Result};

/// A search for a key that another thread can watch and cancel.
#[derive(Debug)]
pub struct Search {
    cancelled: AtomicBool,
    tested: AtomicU64,
    primes: AtomicU8,
    /// How many candidates a prime takes on average; 0 until its length is known.
    for_a_prime: AtomicU64,
    threads: usize,
}

/// How far a search is. There is no percentage: how many candidates it takes is chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Candidates tested for primality so far, on all cores.
    pub tested: u64,
    /// Primes found so far; two make a key.
    pub primes: u8,
    /// Candidates that are still to be tested on average. Chance has no memory: it falls with each
    /// prime, not with each candidate. 0 where no primes are looked for.
    pub left_on_average: u64,
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
            for_a_prime: AtomicU64::new(0),
            threads: threads.max(1),
        }
    }

    /// Ends the search soon, within some milliseconds. It cannot be used again.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// How far the search is now.
    pub fn progress(&self) -> Progress {
        let primes = self.primes.load(Relaxed);
        let missing = u64::from(2_u8.saturating_sub(primes));
        Progress {
            tested: self.tested.load(Relaxed),
            primes,
            left_on_average: missing * self.for_a_prime.load(Relaxed),
        }
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
        let found_both = AtomicBool::new(false);
        let stop = || found_both.load(Relaxed) || self.cancelled.load(Relaxed);
        let small = SmallPrimes::for_numbers_of(bits);
        self.for_a_prime.store(SmallPrimes::candidates_for_a_prime(bits), Relaxed);
        let test = Test::for_numbers_of(bits)?;
        let (send, receive) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..self.threads {
                let mut random = StdRng::try_from_rng(&mut getrandom::SysRng)
                    .map_err(|_| Error::Unexpected("no random numbers from the system"))
                    .inspect_err(|_| found_both.store(true, Relaxed))?;
                let (send, stop, small, test) = (send.clone(), &stop, &small, &test);
                scope.spawn(move || {
                    while let Some(prime) = self.prime(small, test, &mut random, stop) {
                        self.primes.fetch_add(1, Relaxed);
                        if send.send(prime).is_err() {
                            return;
                        }
                    }
                });
            }
            // Now only the searching threads can send: when they stop, waiting ends.
            drop(send);
            let primes = receive.recv().ok().zip(receive.recv().ok());
            found_both.store(true, Relaxed);
            primes.ok_or(Error::Cancelled)
        })
    }

    /// The next prime of one thread, or `None` once it is to stop.
    fn prime(
        &self,
        small: &SmallPrimes,
        test: &Test,
        random: &mut StdRng,
        stop: impl Fn() -> bool,
    ) -> Option<BoxedUint> {
        loop {
            // A new stretch for each prime: two primes of one stretch would lie too close together.
            let stretch = small.stretch(random);
            for candidate in stretch.candidates() {
                if stop() {
                    return None;
                }
                self.tested.fetch_add(1, Relaxed);
                if is_certainly_composite(candidate.words()) {
                    continue;
                }
                let candidate = candidate.to_uint();
                if test.passes(&candidate, random) {
                    return Some(candidate);
                }
            }
        }
    }
}

/// When a number counts as prime: after as many rounds of Miller-Rabin with random bases as make
/// the chance of error less than 2^-128 (FIPS 186-5, B.3 and C.1).
struct Test {
    rounds: fips::FipsOptions,
}

impl Test {
    fn for_numbers_of(bits: u32) -> Result<Self> {
        let rounds = fips::FipsOptions::with_error_bound(bits, 128)
            .ok_or(Error::Unexpected("no error bound for that size"))?;
        Ok(Self { rounds })
    }

    fn passes(&self, candidate: &BoxedUint, random: &mut StdRng) -> bool {
        fips::is_prime(random, Flavor::Any, candidate, self.rounds)
    }
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use rsa::traits::{PrivateKeyParts, PublicKeyParts};

    use super::*;

    #[test]
    fn the_modulus_has_exactly_the_length_asked_for() {
        for bits in [3072, 4096] {
            let key = Search::new().rsa_key(bits).unwrap();
            assert_eq!(key.n().bit_width(), bits);
            assert_eq!(key.e(), &BoxedUint::from(65537_u64));
            assert_eq!(key.primes().len(), 2);
            assert!(key.primes()[0] > key.primes()[1], "PKCS#1 has the larger prime first");
            key.validate().unwrap();
        }
    }

    #[test]
    fn progress_counts_candidates_and_ends_with_two_primes_at_least() {
        let search = Search::on_threads(1);
        assert_eq!(search.progress(), Progress::default());
        search.rsa_key(3072).unwrap();
        let progress = search.progress();
        assert!(progress.tested >= 2);
        assert!(progress.primes >= 2);
    }

    #[test]
    fn searches_take_about_as_many_candidates_as_expected() {
        let (mut tested, mut expected) = (0, 0);
        for _ in 0..10 {
            let search = Search::on_threads(1);
            search.rsa_key(3072).unwrap();
            tested += search.progress().tested;
            expected += 2 * SmallPrimes::candidates_for_a_prime(1536);
            assert_eq!(search.progress().left_on_average, 0, "both are found");
        }
        // The sum of twenty such waits lies outside of this about once in a million runs.
        assert!(tested * 4 > expected && tested < expected * 3, "{tested} of {expected}");
    }

    #[test]
    fn a_cancelled_search_finds_nothing() {
        let search = Search::new();
        search.cancel();
        assert!(matches!(search.rsa_key(4096), Err(Error::Cancelled)));
    }

    #[test]
    fn a_search_under_way_can_be_cancelled_from_another_thread() {
        let search = Search::on_threads(1);
        let outcome = thread::scope(|scope| {
            // A length that one thread does not reach before the cancellation.
            let running = scope.spawn(|| search.rsa_key(8192));
            while search.progress().tested == 0 {
                thread::yield_now();
            }
            search.cancel();
            running.join().unwrap()
        });
        assert!(matches!(outcome, Err(Error::Cancelled)));
    }
}
