namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A variable of a container's environment.</summary>
/// <param name="Value">Null for a secret: it is never shown again.</param>
internal sealed record WantedVariableResource(string Name, string? Value, bool IsSecret);
