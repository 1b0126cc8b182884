using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;

namespace HomelabPortal.Tests.Gpu.Containers.Compiling;

public sealed class SpecHashTests
{
    private static readonly DesiredContainer _container = Wish.Container() with
    {
        Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s1" }],
        Gpu = GpuRequest.All,
    };

    public static TheoryData<string> Inside => [.. _inside.Keys];

    public static TheoryData<string> Outside => [.. _outside.Keys];

    private static readonly Dictionary<string, DesiredContainer> _inside = new()
    {
        ["image"] = _container with { Image = "ollama/ollama:0.6.3" },
        ["digest"] = _container with { Digest = "sha256:" + new string('0', 64) },
        ["command"] = _container with { Command = ["serve"] },
        ["variable"] = _container with { Variables = [new ContainerVariable { Name = "TOKEN", Value = "s1" }] },
        ["secret"] = _container with { Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s2" }] },
        ["secret as a file"] = _container with { Variables = [new ContainerVariable { Name = "TOKEN", Secret = "s1", IsFile = true }] },
        ["port"] = _container with { Ports = [new PublishedPort("10.0.0.1", 80, 80)] },
        ["gpu"] = _container with { Gpu = new GpuRequest { Count = 1 } },
        ["no gpu"] = _container with { Gpu = null },
        ["memory"] = _container with { MemoryMiB = 100 },
        ["health"] = _container with { Health = new HealthProbe("") },
        ["restart"] = _container with { Restart = RestartRule.No },
        ["attempt"] = _container with { Attempt = 1 },
        ["reach"] = _container with { Reach = new HostReach { SharesMemory = true } },
        ["id"] = _container with { Id = "ct00000002" },
    };

    private static readonly Dictionary<string, DesiredContainer> _outside = new()
    {
        ["stopped"] = _container with { IsStopped = true },
        ["lease"] = _container with { Lease = new GpuLease(true) },
        ["start anyway"] = _container with { IgnoresLease = true },
        ["taken over"] = _container with { AdoptedId = "abc" },
        ["updates"] = _container with { Updates = new UpdateRule { Mode = UpdateMode.Off } },
        ["left version"] = _container with { LeftDigests = ["sha256:1"] },
        ["drift"] = _container with { OnDrift = DriftRule.Notice },
        ["override"] = _container with { IsUnsafe = true },
    };

    [Theory]
    [MemberData(nameof(Inside))]
    public void Hash_OfAnotherSpecification_Differs(string what) => Assert.NotEqual(SpecHash.Of(_container), SpecHash.Of(_inside[what]));

    [Theory]
    [MemberData(nameof(Outside))]
    public void Hash_OfAnotherTreatment_IsTheSame(string what) => Assert.Equal(SpecHash.Of(_container), SpecHash.Of(_outside[what]));

    /// <summary>A new version of the portal must not make every container anew: this text may only change with the specification.</summary>
    [Fact]
    public void Hash_OfAPlainContainer_StaysWhatItWas() => Assert.Equal("0fc75e550534de4b27eebd362f4b36cb", SpecHash.Of(Wish.Container()));
}
