using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class LeaseConflictsTests
{
    private const int Card = 24_576;
    private const string One = "GPU-00000000-0000-0000-0000-000000000001";
    private const string Two = "GPU-00000000-0000-0000-0000-000000000002";

    [Fact]
    public void Two_ThatShareTheCard_ContradictNobody() => Assert.Empty(Among(Claim("ollama", reserved: 8_000), Claim("whisper", reserved: 4_000)));

    [Fact]
    public void One_ThatWantsTheCardAlone_IsNamedWithTheOther() => Assert.Equal(
        ["vllm wants the GPU for itself, and ollama runs beside it. Stop one of them, or change a lease."], Among(Claim("ollama"), Claim("vllm", isExclusive: true)));

    [Fact]
    public void Two_ThatWantTheCardAlone_AreNamedOnce() => Assert.Equal(
        ["ollama and vllm each want the GPU for themselves, and both run. Stop one of them, or change a lease."], Among(Claim("ollama", isExclusive: true), Claim("vllm", isExclusive: true)));

    [Fact]
    public void Reservations_BeyondTheMemory_AreSaidOnce() => Assert.Equal(
        ["ollama and vllm run and reserve 28000 MiB of video memory together, and the GPU has 24576 MiB. Stop one of them, or change a lease."],
        Among(Claim("ollama", reserved: 8_000), Claim("vllm", reserved: 20_000), Claim("whisper")));

    [Fact]
    public void Reservations_OfAMemoryThatIsNotKnown_ContradictNobody() =>
        Assert.Empty(LeaseConflicts.Among([Claim("ollama", reserved: 20_000), Claim("vllm", reserved: 20_000)], _ => null));

    [Fact]
    public void OneThatWasStartedAnyway_ContradictsNobody() => Assert.Empty(Among(Claim("ollama", isExclusive: true), Claim("vllm", isExclusive: true) with { IgnoresLease = true }));

    [Fact]
    public void Cards_ThatDiffer_ContradictNobody() => Assert.Empty(Among(Claim("ollama", isExclusive: true, gpu: One), Claim("vllm", isExclusive: true, gpu: Two)));

    private static IEnumerable<string> Among(params DesiredContainer[] holding) => LeaseConflicts.Among(holding, _ => Card);

    private static DesiredContainer Claim(string name, bool isExclusive = false, int? reserved = null, string? gpu = null) =>
        Wish.Container(name, $"id of {name}") with { Gpu = gpu is null ? GpuRequest.All : new GpuRequest { Ids = [gpu] }, Lease = new GpuLease(isExclusive, reserved) };
}
