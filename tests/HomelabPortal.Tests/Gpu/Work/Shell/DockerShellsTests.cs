using System.Text;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Work.Shell;
using HomelabPortal.Tests.Gpu.Containers;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Gpu.Work.Shell;

public sealed class DockerShellsTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Shell_InAContainer_RunsWhatIsTypedAndTellsItsExitCode()
    {
        await using var lab = await WorkLab.StartAsync();
        var (start, failed) = await Open(lab, "sh").StartAsync(Request(lab, "comfyui"), CancellationToken.None);

        Assert.Null(failed);
        await using var shell = start!.Session;
        var output = Encoding.UTF8.GetString((await start.FirstReading.WaitAsync(_patience))!.Value.Span);
        await shell.WriteAsync("echo hello\r"u8.ToArray(), CancellationToken.None);
        await shell.ResizeAsync(132, 43, CancellationToken.None);
        await shell.WriteAsync("exit 3\r"u8.ToArray(), CancellationToken.None);
        while (await shell.ReadAsync(CancellationToken.None).AsTask().WaitAsync(_patience) is { } bytes)
            output += Encoding.UTF8.GetString(bytes.Span);

        Assert.Contains("hello\r\n", output, StringComparison.Ordinal);
        Assert.Equal((ShellEndKind.Exited, 3), (shell.End!.Kind, shell.End.ExitCode));
    }

    [Fact]
    public async Task Shell_WhereACardIs_AsksTheDriver()
    {
        await using var lab = await WorkLab.StartAsync();
        var (start, _) = await Open(lab, "sh").StartAsync(Request(lab, "comfyui"), CancellationToken.None);
        await using var shell = start!.Session;
        await shell.WriteAsync("nvidia-smi -L\rnothing\rexit\r"u8.ToArray(), CancellationToken.None);
        var output = "";
        while (await shell.ReadAsync(CancellationToken.None).AsTask().WaitAsync(_patience) is { } bytes)
            output += Encoding.UTF8.GetString(bytes.Span);

        Assert.Contains("GPU 0: NVIDIA GeForce RTX 3090", output, StringComparison.Ordinal);
        Assert.Contains("sh: nothing: not found\r\n", output, StringComparison.Ordinal);
        Assert.Equal(127, shell.End!.ExitCode);
    }

    [Theory]
    [InlineData("comfyui", false, nameof(Act.OpenShell))]
    [InlineData("comfyui", true, nameof(Act.AllowUnsafeContainer))]
    [InlineData("other", true, nameof(Act.OpenShell))]
    public void Shell_InAContainerThatReachesIntoItsHost_TakesWhatLettingItTook(string name, bool isUnsafe, string act)
    {
        var desired = new DesiredState { Containers = [Wish.Container("comfyui") with { IsUnsafe = isUnsafe }] };

        Assert.Equal(act, HostShells.ActOf(desired, Wish.Container().Host, name).ToString());
    }

    [Fact]
    public async Task Shell_WithoutTheFirstProgram_IsTheNext()
    {
        await using var lab = await WorkLab.StartAsync();
        var (start, _) = await Open(lab, "zsh", "sh").StartAsync(Request(lab, "comfyui"), CancellationToken.None);

        Assert.Equal("sh", start!.Program);
        await start.Session.DisposeAsync();
    }

    [Fact]
    public async Task Container_WithoutAnyShell_SaysSo()
    {
        await using var lab = await WorkLab.StartAsync();
        var (start, end) = await Open(lab, "zsh", "fish").StartAsync(Request(lab, "comfyui"), CancellationToken.None);

        Assert.Null(start);
        Assert.Equal(ShellEndKind.NoShell, end!.Kind);
    }

    [Fact]
    public async Task Container_ThatDoesNotRun_IsNotTried()
    {
        await using var lab = await WorkLab.StartAsync();
        var (_, end) = await Open(lab, "sh").StartAsync(Request(lab, "vllm"), CancellationToken.None);

        Assert.Equal(ShellEndKind.Failed, end!.Kind);
    }

    [Theory]
    [InlineData("gpu", "web", true, null)]
    [InlineData("gpu", "web", false, ShellRefusalKind.SwitchedOff)]
    [InlineData("gpu", "old", true, ShellRefusalKind.NotRunning)]
    [InlineData("gpu", "none", true, ShellRefusalKind.NoSuchContainer)]
    [InlineData("none", "web", true, ShellRefusalKind.NoSuchPod)]
    public void Shell_IsRefusedBeforeItIsTried(string host, string name, bool enabled, object? kind)
    {
        var state = new DockerState([new DockerHostState("gpu", null, [new DockerContainer("1", "web", "x", "running", "Up", []), new DockerContainer("2", "old", "x", "exited", "Exited (0)", [])], null, null)]);

        Assert.Equal((ShellRefusalKind?)kind, HostShells.WhyNot(new ShellOptions { Enabled = enabled }, state, host, name)?.Kind);
    }

    private static DockerShells Open(WorkLab lab, params string[] programs) => new([lab.Host], Options.Create(new ShellOptions { Programs = programs }), TimeProvider.System);

    private static ShellRequest Request(WorkLab lab, string name) => new(lab.Name, name, "", 80, 24, null);
}
