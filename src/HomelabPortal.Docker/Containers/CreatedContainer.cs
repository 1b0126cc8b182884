namespace HomelabPortal.Docker;

/// <summary>A new container, not started yet.</summary>
/// <param name="Id">64 hexadecimal digits.</param>
/// <param name="Warnings">What the daemon warns of.</param>
public sealed record CreatedContainer(string Id, IReadOnlyList<string>? Warnings);
