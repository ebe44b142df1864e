//! Commands that check the chain of an evidence with nothing but what each system has. They print
//! the end hash, and before it a line for each gap.

/// One system's command.
pub(super) struct Command {
    pub(super) system: &'static str,
    pub(super) text: String,
}

/// The commands for the file of that name, in the folder that contains it.
pub(super) fn commands(file: &str) -> [Command; 3] {
    [
        Command { system: "Linux", text: shell(file, "sha256sum") },
        Command { system: "macOS", text: shell(file, "shasum -a 256") },
        Command { system: "Windows PowerShell", text: powershell(file) },
    ]
}

fn shell(file: &str, sha256: &str) -> String {
    let file = file.replace('\'', r"'\''");
    format!(
        r#"grep -a '^{{"previous"' './{file}' | {{
  hash=$(printf '%064d' 0)
  while IFS= read -r line; do
    case $line in
      '{{"previous":"'"$hash"'"'*) ;;
      *) printf 'Gap before: %s\n' "$line" ;;
    esac
    hash=$(printf '%s' "$line" | {sha256} | cut -d ' ' -f 1)
  done
  echo "$hash"
}}"#
    )
}

fn powershell(file: &str) -> String {
    let file = file.replace('\'', "''");
    format!(
        r#"$hash = '0' * 64
Get-Content -LiteralPath './{file}' -Encoding UTF8 | Where-Object {{ $_.StartsWith('{{"previous"', 'Ordinal') }} | ForEach-Object {{
  if (-not $_.StartsWith('{{"previous":"' + $hash + '"', 'Ordinal')) {{ "Gap before: $_" }}
  $bytes = [IO.MemoryStream]::new([Text.Encoding]::UTF8.GetBytes($_))
  $hash = (Get-FileHash -InputStream $bytes -Algorithm SHA256).Hash.ToLower()
}}
$hash"#
    )
}
