using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>Whatever a file holds, the answer is a connection or a <see cref="KubeconfigException"/>.</summary>
public sealed class KubeconfigFuzzTests
{
    private static readonly string _valid = Valid();

    [Fact]
    public void AnyText_FailsClearly() => Prop.ForAll<string>(text => Read(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyBytes_FailClearly() =>
        Prop.ForAll<byte[]>(bytes => Read(Encoding.UTF8.GetString(bytes))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void AnyTruncation_FailsClearly()
    {
        for (var length = 0; length < _valid.Length; length++)
            Read(_valid[..length]);
    }

    [Fact]
    public void AnyFlippedByte_FailsClearly()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(_valid);
            for (var flips = random.Next(1, 5); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Read(Encoding.UTF8.GetString(bytes));
        }
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public void DeepNesting_FailsClearly(char bracket) =>
        Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(string.Concat(Enumerable.Repeat($"{bracket} ", 100_000)))));

    [Fact]
    public void AliasBomb_FailsClearly()
    {
        var lines = Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]");
        Read("a0: &a0 [x]\n" + string.Join('\n', lines) + "\ncontexts: *a30\ncurrent-context: x");
        Read("contexts: &a [*a]\ncurrent-context: x");
        Read("&a {*a : *a}");
    }

    private static void Read(string text)
    {
        try
        {
            _ = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text));
        }
        catch (KubeconfigException exception)
        {
            Assert.NotEmpty(exception.Field);
        }
    }

    private static string Valid()
    {
        var (certificate, key) = KubeconfigFolder.Certificate("admin");
        return KubeconfigFolder.Text(
            $"{{server: 'https://api.test:6443', certificate-authority-data: {KubeconfigFolder.Base64(certificate)[..80]}}}",
            $"{{client-certificate-data: {KubeconfigFolder.Base64(certificate)[..80]}, client-key-data: {KubeconfigFolder.Base64(key)[..80]}, token: abc}}");
    }
}
