using System.Text.RegularExpressions;

namespace HomelabPortal.Tests.Architecture;

/// <summary>What must not be written anywhere, because one place is enough: raw markup, programs started, secrets in the source.</summary>
public sealed partial class SecurityRuleTests
{
    /// <summary>The framework's own script, which is checked by its hash.</summary>
    private const string FrameworkScript = "wwwroot-assets/_framework/";

    /// <summary>
    /// A kubeconfig may name a program that hands out credentials; it runs only with Kubernetes:AllowExecPlugins.
    /// The system's ssh is started for a Docker host whose configured address says so, without a shell and with checked arguments.
    /// </summary>
    private static readonly string[] _startsPrograms = ["HomelabPortal.Kubernetes/Connection/ExecCredential.cs", "HomelabPortal.Docker/Transport/SshStream.cs"];

    [Fact]
    public void Sources_OfThePortal_WriteNoRawMarkup() => Assert.Equal([], Places(Product(".cs", ".razor").Concat(Scripts()), RawMarkup()));

    [Fact]
    public void Sources_OfThePortal_StartNoPrograms() =>
        Assert.Equal(_startsPrograms, Product(".cs", ".razor").Where(file => StartedProgram().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Sources_OfThePortal_HoldNoSecrets() => Assert.Equal([], Places(Product(".cs", ".razor", ".json").Concat(Scripts()).Concat(Deployment()), Secret()));

    [Fact]
    public void Pages_AllOfThem_HaveNoScriptOrHandlerInTheirText() => Assert.Equal([], Places(Product(".razor"), InlineScript()));

    [Theory]
    [InlineData("builder.AddMarkupContent(1, text)")]
    [InlineData("element.innerHTML = text")]
    [InlineData("(MarkupString)text")]
    public void RawMarkup_OfEachKind_IsSeen(string code) => Assert.Matches(RawMarkup(), code);

    [Theory]
    [InlineData("Process.Start(\"sh\")")]
    [InlineData("new ProcessStartInfo(\"sh\")")]
    [InlineData("new Process { }")]
    public void StartedProgram_OfEachKind_IsSeen(string code) => Assert.Matches(StartedProgram(), code);

    [Theory]
    [InlineData("hlp_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijk")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("ghp_0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("var password = \"correct-horse\";")]
    [InlineData("ClientSecret = \"abcdefgh\"")]
    public void Secret_OfEachKind_IsSeen(string code) => Assert.Matches(Secret(), code);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    [InlineData("<style>a { }</style>")]
    public void InlineScript_OfEachKind_IsSeen(string code) => Assert.Matches(InlineScript(), code);

    private static IEnumerable<(string Path, string Text)> Product(params string[] extensions) =>
        new[] { "HomelabPortal", "HomelabPortal.Kubernetes", "HomelabPortal.Cloudflare", "HomelabPortal.Docker" }.SelectMany(project => SourceTree.Files(project, extensions));

    private static IEnumerable<(string Path, string Text)> Scripts() => Files("wwwroot-assets", "*.js").Where(file => !file.Path.StartsWith(FrameworkScript, StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Deployment() => Files("deploy", "*.yaml");

    private static IEnumerable<(string Path, string Text)> Files(string folder, string pattern)
    {
        var root = Testing.RepositoryFolder.Path;
        return Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories).Select(path => (Path.GetRelativePath(root, path), File.ReadAllText(path)));
    }

    private static IEnumerable<string> Places(IEnumerable<(string Path, string Text)> files, Regex forbidden) =>
        files.SelectMany(file => file.Text.Split('\n').Select((line, index) => (Line: line, Place: $"{file.Path}:{index + 1}")))
            .Where(line => forbidden.IsMatch(line.Line)).Select(line => $"{line.Place}: {line.Line.Trim()}");

    [GeneratedRegex(@"\bMarkupString\b|\bAddMarkupContent\b|\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\beval\(|\bnew Function\(")]
    private static partial Regex RawMarkup();

    [GeneratedRegex(@"\bProcess\.Start\b|\bnew Process\b|\bnew ProcessStartInfo\b")]
    private static partial Regex StartedProgram();

    [GeneratedRegex("""\bhlp_[0-9A-Za-z]{40,}|-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_[0-9A-Za-z]{30,}|\bAKIA[0-9A-Z]{16}\b|(?i:\b(password|secret|apitoken|clientsecret)\s*=\s*"[^"\s{}@/]{6,}")""")]
    private static partial Regex Secret();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style\b|\shref="javascript:|\son[a-z]+="(?!@)""")]
    private static partial Regex InlineScript();
}
