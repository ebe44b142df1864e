use crate::desk::{Desk, built};
use crate::traces::Traces;
use serde_json::json;

#[tokio::test]
async fn what_a_page_holds_is_found_in_its_memory() {
    let desk = Desk::new();
    let window = desk.open_program(&built("empty-window")).await;
    let marker: Vec<u8> = (0..64).map(|n: u8| n.wrapping_mul(91).wrapping_add(3)).collect();
    let traces = Traces::of(std::slice::from_ref(&marker));
    let t = std::time::Instant::now();
    for p in window.processes() { assert!(!traces.are_in_memory_of(p)); eprintln!("{:?}", t.elapsed()); }
    let hex: String = marker.iter().map(|b| format!("{b:02x}")).collect();
    window.run("window.held = arguments[0]", vec![json!(hex)]).await;
    let hits: Vec<bool> = window.processes().into_iter().map(|p| traces.are_in_memory_of(p)).collect();
    eprintln!("{hits:?}");
}
