namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Test classes marked <c>[Collection(RealKubernetesCollection.Name)]</c> get the one <see cref="RealKubernetes"/> of the run.</summary>
[CollectionDefinition(Name)]
public sealed class RealKubernetesCollection : ICollectionFixture<RealKubernetes>
{
    public const string Name = "Real Kubernetes";
}
