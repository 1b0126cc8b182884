namespace HomelabPortal.Docker;

/// <summary>How a command inside a container ended.</summary>
/// <param name="ExitCode">Its exit code. 126 and 127 also say that it could not be started; the reason is then the output.</param>
/// <param name="Output">Standard output; both streams with a terminal.</param>
/// <param name="Error">Standard error.</param>
public sealed record ExecResult(int ExitCode, string Output, string Error);
