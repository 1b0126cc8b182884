namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A variable of a container's environment.</summary>
/// <param name="Value">Null for a secret: it is never shown again.</param>
/// <param name="IsFile">The secret is a file in the container, and the variable NAME_FILE says where.</param>
internal sealed record WantedVariableResource(string Name, string? Value, bool IsSecret, bool IsFile);
