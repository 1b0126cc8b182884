namespace HomelabPortal.Platform;

/// <summary>The portal cannot start; the message is for a person and is shown without a stack trace.</summary>
internal sealed class StartupException(string message) : Exception(message);
