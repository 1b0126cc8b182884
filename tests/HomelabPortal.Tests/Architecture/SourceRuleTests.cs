using System.Text.RegularExpressions;

namespace HomelabPortal.Tests.Architecture;

/// <summary>Time and chance come in from outside, so that a test can hold them still.</summary>
public sealed partial class SourceRuleTests
{
    [Theory]
    [InlineData("HomelabPortal")]
    [InlineData("HomelabPortal.Kubernetes")]
    [InlineData("HomelabPortal.Cloudflare")]
    [InlineData("HomelabPortal.Docker")]
    [InlineData("HomelabPortal.Simulator")]
    public void Sources_OfAProject_TakeNoTimeOrChanceThemselves(string project)
    {
        var files = SourceTree.Files(project, ".cs", ".razor").ToList();
        var wrong = files.SelectMany(file => file.Text.Split('\n')
            .Select((line, index) => (Code: Comment().Replace(line, ""), Place: $"{file.Path}:{index + 1}"))
            .Where(line => Forbidden().IsMatch(line.Code))
            .Select(line => line.Place));

        Assert.NotEmpty(files);
        Assert.Equal([], wrong);
    }

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bRandom\.Shared\b|\bThread\.Sleep\b|\bTask\.Delay\([^,()]*(\([^()]*\))?\)|\bTask\.Delay\([^,]*, (ct|cancellationToken|stoppingToken)\)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();
}
