using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes.Exec;

public sealed class ExecEndTests
{
    [Theory]
    [InlineData("""{"metadata":{},"status":"Success"}""", ExecEndKind.Exited, 0)]
    [InlineData("""{"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"137"}]}}""", ExecEndKind.Exited, 137)]
    [InlineData("""{"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"many"}]}}""", ExecEndKind.Failed, null)]
    [InlineData("""{"status":"Failure","reason":"NonZeroExitCode"}""", ExecEndKind.Failed, null)]
    [InlineData("""{"status":"Failure","reason":"InternalError","message":"executable file not found"}""", ExecEndKind.Failed, null)]
    [InlineData("""{"status":"Failure","details":null,"message":null}""", ExecEndKind.Failed, null)]
    [InlineData("null", ExecEndKind.Lost, null)]
    [InlineData("not json", ExecEndKind.Lost, null)]
    [InlineData("""{"status":"Succ""", ExecEndKind.Lost, null)]
    public void OfStatus_EachShape_IsTold(string json, ExecEndKind kind, int? code)
    {
        var end = ExecEnd.OfStatus(Encoding.UTF8.GetBytes(json));

        Assert.Equal((kind, code), (end.Kind, end.ExitCode));
    }

    [Fact]
    public void OfStatus_AnyBytes_IsSomeEnd() => Prop.ForAll<byte[]>(bytes => ExecEnd.OfStatus(bytes) is not null).QuickCheckThrowOnFailure();
}
