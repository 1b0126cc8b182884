using HomelabPortal.Platform;

namespace HomelabPortal.Tunnels.Acts;

/// <summary>Another tunnel of the account has the name.</summary>
internal sealed class NameTakenException(string name, string? existingId)
    : Exception(existingId is null
        ? $"Another tunnel of the account is called {name}. Choose another name."
        : $"There is already a tunnel {name} ({existingId}). Use that one, or choose another name."), IExplainedFault;
