using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Inspecting;

namespace HomelabPortal.Tests.Gpu.Work.Inspecting;

public sealed class ExitWordsTests
{
    [Fact]
    public void Exit_OfARunningContainer_IsNone() => Assert.Null(ExitWords.Of(new ContainerState { Status = "running", Running = true, ExitCode = 137 }));

    [Fact]
    public void Exit_ForItsMemory_SaysSo() =>
        Assert.Contains("memory ran out", ExitWords.Of(new ContainerState { Status = "exited", ExitCode = 137, WasOutOfMemory = true }), StringComparison.Ordinal);

    [Fact]
    public void Start_ThatFailed_SaysWhatTheEngineSaid() =>
        Assert.Contains("port is already allocated", ExitWords.Of(new ContainerState { Status = "created", ExitCode = 128, Error = "port is already allocated" }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "without a fault")]
    [InlineData(127, "not in the image")]
    [InlineData(137, "killed")]
    [InlineData(143, "asked to")]
    [InlineData(3, "exit code 3")]
    public void Exit_ByItsCode_IsExplained(int code, string words) => Assert.Contains(words, ExitWords.Of(new ContainerState { Status = "exited", ExitCode = code }), StringComparison.Ordinal);
}
