namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>Who writes, through what, and when.</summary>
internal sealed record FieldWriter(string Manager, string ApiVersion, string Subresource, string Time);
