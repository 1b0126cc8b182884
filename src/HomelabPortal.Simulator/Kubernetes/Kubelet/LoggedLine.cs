namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>One entry of a log file. The last one of a container may lack its line end.</summary>
internal readonly record struct LoggedLine(long UnixNanoseconds, ReadOnlyMemory<byte> Text, bool Ends);
