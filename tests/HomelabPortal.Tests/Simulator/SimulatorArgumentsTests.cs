using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Simulator;

public class SimulatorArgumentsTests
{
    [Fact]
    public void Parse_OfAllOptions_SetsThem()
    {
        var parsed = SimulatorArguments.Parse(["--content", "fleet", "--nodes", "3", "--pods", "9", "--port-kubernetes", "6443", "--folder", "x", "--still"]);

        Assert.Empty(parsed.Faults);
        Assert.Equal(LabContent.Fleet(3, 9), parsed.Options.Content);
        Assert.Equal((6443, "x", false), (parsed.Options.KubernetesPort, parsed.Options.Folder, parsed.Options.Lives));
    }

    [Fact]
    public void Parse_OfBadOptions_NamesEachFault()
    {
        var parsed = SimulatorArguments.Parse(["--content", "huge", "--port-docker", "70000", "--nodes", "none", "--what", "1", "--seed"]);

        Assert.Equal(5, parsed.Faults.Count);
        Assert.Contains("--content is huge; it must be reference, empty or fleet.", parsed.Faults);
    }
}
