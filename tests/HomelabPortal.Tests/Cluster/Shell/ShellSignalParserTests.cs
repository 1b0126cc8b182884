using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Shell.Wire;

namespace HomelabPortal.Tests.Cluster.Shell;

public sealed class ShellSignalParserTests
{
    [Fact]
    public void Parse_TheTwoSignals_AreKnown()
    {
        Assert.Equal(new ShellSignal.Resize(120, 40), Parse("""{"kind":"resize","columns":120,"rows":40}"""));
        Assert.Equal(new ShellSignal.Read(4096), Parse("""{"kind":"read","bytes":4096,"more":1}"""));
    }

    [Fact]
    public void Parse_SizesOutOfBounds_AreBrought()
    {
        Assert.Equal(new ShellSignal.Resize(1000, 2), Parse("""{"kind":"resize","columns":1000000,"rows":-1}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"kind":"resize","columns":"120","rows":40}""")]
    [InlineData("""{"kind":"resize","columns":1.5,"rows":40}""")]
    [InlineData("""{"kind":"resize","columns":120}""")]
    [InlineData("""{"kind":"read","bytes":0}""")]
    [InlineData("""{"kind":"read","bytes":99999999999}""")]
    [InlineData("""{"kind":"\ud800"}""")]
    [InlineData("""{"kind":{"kind":{}}}""")]
    [InlineData("""{"kind":"shutdown"}""")]
    public void Parse_AnythingElse_IsNothing(string text) => Assert.Null(Parse(text));

    [Fact]
    public void Parse_AnyBytes_Survives() => Prop.ForAll<byte[]>(bytes =>
    {
        ShellSignalParser.Parse(bytes);
    }).QuickCheckThrowOnFailure();

    private static ShellSignal? Parse(string text) => ShellSignalParser.Parse(Encoding.UTF8.GetBytes(text));
}
