namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Test classes marked <c>[Collection(RealGpuDockerCollection.Name)]</c> get the one <see cref="RealGpuDocker"/> of the run.</summary>
[CollectionDefinition(Name)]
public sealed class RealGpuDockerCollection : ICollectionFixture<RealGpuDocker>
{
    public const string Name = "Real Docker with a GPU";
}
