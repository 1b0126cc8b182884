namespace HomelabPortal.Cluster.Api;

/// <param name="Type">Such as InternalIP, ExternalIP or Hostname.</param>
internal sealed record NodeAddressResource(string Type, string Address);
