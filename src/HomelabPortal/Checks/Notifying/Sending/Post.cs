namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>A request that tells a service something.</summary>
/// <param name="Authorization">The header of that name; null for none.</param>
internal sealed record Post(Uri Address, string Json, string? Authorization);
