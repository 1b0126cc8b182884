namespace HomelabPortal.Tests.Kubernetes;

/// <summary>Always in the middle, so that jittered waits can be told in advance.</summary>
internal sealed class FixedRandom(double value = 0.5) : Random
{
    public override double NextDouble() => value;
}
