namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>A variable of a container's environment.</summary>
/// <param name="Value">Null keeps the secret value that it has.</param>
/// <param name="IsSecret">Encrypted, and never shown again; without it, its name decides: TOKEN, KEY, SECRET, PASSWORD.</param>
/// <param name="IsFile">The secret is a file in the container, and the variable NAME_FILE says where; without it, as before.</param>
internal sealed record VariableWish(string? Name = null, string? Value = null, bool? IsSecret = null, bool? IsFile = null);
