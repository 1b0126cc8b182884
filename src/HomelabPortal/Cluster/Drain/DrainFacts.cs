namespace HomelabPortal.Cluster.Drain;

/// <summary>What the planner must know that is no object of the cluster.</summary>
/// <param name="PortalPod">The pod the portal itself runs in, "namespace/name"; null when it runs outside the cluster.</param>
/// <param name="AddressHolder">The node that holds the API server's shared address; null when there is none or it is not known.</param>
/// <param name="IsAddressKnown">False when it could not be read who holds the address.</param>
internal sealed record DrainFacts(string? PortalPod, string? AddressHolder, bool IsAddressKnown);
