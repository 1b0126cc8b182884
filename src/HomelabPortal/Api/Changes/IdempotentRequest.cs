namespace HomelabPortal.Api.Changes;

/// <summary>A request that may come again and must then do nothing more.</summary>
/// <param name="Hash">SHA-256 of method, address and body.</param>
internal sealed record IdempotentRequest(string AccountId, string Key, string Hash);
