namespace HomelabPortal.Docker;

/// <summary>Body of POST /exec/{id}/start.</summary>
internal sealed record ExecStart(bool Detach, bool Tty);
