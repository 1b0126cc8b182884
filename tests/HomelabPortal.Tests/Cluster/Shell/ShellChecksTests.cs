using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Shell;

public sealed class ShellChecksTests
{
    private static readonly Pod _pod = Two(Running());

    [Fact]
    public void Shell_InTheFirstContainerThatRuns_IsMeantWhenNoneIsNamed()
    {
        Assert.Null(ShellChecks.WhyNot(_pod, null));
        Assert.Equal("app", ShellTarget.Choose(ShellTarget.Of(_pod), null)!.Container);
        Assert.Null(ShellChecks.WhyNot(_pod, "app"));
    }

    [Fact]
    public void Shell_InAContainerThatWaits_SaysWhatItWaitsFor()
    {
        var refusal = ShellChecks.WhyNot(Two(Waiting("CrashLoopBackOff")), "app");

        Assert.Equal(new ShellRefusal(ShellRefusalKind.NotRunning, "The container app does not run: CrashLoopBackOff."), refusal);
    }

    [Fact]
    public void Shell_InAContainerWithoutStatus_SaysItDoesNotRunYet() =>
        Assert.Equal(ShellRefusalKind.NotRunning, ShellChecks.WhyNot(_pod, "side")!.Kind);

    [Fact]
    public void Shell_InAContainerThatIsNotThere_NamesThoseThatAre()
    {
        var refusal = ShellChecks.WhyNot(_pod, "nothing");

        Assert.Equal(ShellRefusalKind.NoSuchContainer, refusal!.Kind);
        Assert.Contains("app, side", refusal.Message);
    }

    [Fact]
    public void Container_ThatTheAnnotationNames_ComesFirst()
    {
        var pod = _pod with { Metadata = _pod.Metadata with { Annotations = CompactMap<string>.From([new("kubectl.kubernetes.io/default-container", "side")]) } };

        Assert.Equal(["side", "app"], ShellTarget.Of(pod).Select(target => target.Container));
    }

    [Fact]
    public void Portal_SwitchedOffOrNotConnectedOrWithoutThePod_Refuses()
    {
        var state = ClusterState.Connecting with { IsConnected = true, Pods = Kind(_pod) };

        Assert.Null(ShellChecks.WhyNot(new ShellOptions(), state, "media", "web"));
        Assert.Equal(ShellRefusalKind.SwitchedOff, ShellChecks.WhyNot(new ShellOptions { Enabled = false }, state, "media", "web")!.Kind);
        Assert.Equal(ShellRefusalKind.NotConnected, ShellChecks.WhyNot(new ShellOptions(), state with { IsConnected = false }, "media", "web")!.Kind);
        Assert.Equal(ShellRefusalKind.NoSuchPod, ShellChecks.WhyNot(new ShellOptions(), state, "media", "nothing")!.Kind);
    }

    [Fact]
    public void Options_OutOfBounds_AreNamedAllAtOnce()
    {
        var faults = new ShellOptions { IdleLimit = TimeSpan.FromSeconds(1), MostOfAccount = 0, Most = -1, Programs = ["bash", " "] }.Faults().ToList();

        Assert.Equal(["Shell:IdleLimit", "Shell:MostOfAccount", "Shell:Most", "Shell:Programs"], faults.Select(fault => fault.Split(' ')[0]));
        Assert.Empty(new ShellOptions().Faults());
    }

    [Theory]
    [InlineData(ExecEndKind.Failed, null, true)]
    [InlineData(ExecEndKind.Exited, 127, true)]
    [InlineData(ExecEndKind.Exited, 126, true)]
    [InlineData(ExecEndKind.Exited, 1, false)]
    [InlineData(ExecEndKind.Exited, 0, false)]
    [InlineData(ExecEndKind.Lost, null, false)]
    public void End_OfEachKind_MeansThereIsNoSuchProgramOrNot(ExecEndKind kind, int? code, bool expected) =>
        Assert.Equal(expected, ShellStarter.IsNoProgram(new ExecEnd(kind, code, "")));

    [Theory]
    [InlineData("1", "33", "get")]
    [InlineData("1", "34+", "get")]
    [InlineData("1", "35", "get, create")]
    [InlineData("1", "36+", "get, create")]
    [InlineData("2", "0", "get, create")]
    [InlineData("", "", "get, create")]
    public void Verbs_OfAServer_AreThoseItAsksFor(string major, string minor, string expected) =>
        Assert.Equal(expected, string.Join(", ", ShellRights.VerbsOf(new ServerVersion { Major = major, Minor = minor })));

    private static Pod Two(ContainerStatus status)
    {
        var pod = Pod("web", status);
        return pod with { Spec = pod.Spec with { Containers = [.. pod.Spec.Containers, new Container { Name = "side", Image = "side:1" }] } };
    }
}
