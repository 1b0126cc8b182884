namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Test classes marked <c>[Collection(RealDockerCollection.Name)]</c> get the one <see cref="RealDocker"/> of the run.</summary>
[CollectionDefinition(Name)]
public sealed class RealDockerCollection : ICollectionFixture<RealDocker>
{
    public const string Name = "Real Docker";
}
