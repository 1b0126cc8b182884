namespace HomelabPortal.Api.Plans;

/// <summary>What is written but not in effect yet.</summary>
internal sealed record WaitingResource(string Target, string ResourceKind, string Name, string OwnerId, string Why);
