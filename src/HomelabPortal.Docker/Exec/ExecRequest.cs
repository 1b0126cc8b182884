namespace HomelabPortal.Docker;

/// <summary>Body of POST /containers/{id}/exec.</summary>
internal sealed record ExecRequest(
    IReadOnlyList<string> Cmd, IReadOnlyList<string>? Env, string? User, string? WorkingDir, bool Tty, bool AttachStdin, bool AttachStdout, bool AttachStderr);
