using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HomelabPortal.Kubernetes;

/// <summary>One kubeconfig as YAML.</summary>
internal sealed class KubeconfigDocument
{
    private const int LargestFile = 4 * 1024 * 1024;
    private const int DeepestNesting = 32;

    private KubeconfigDocument(string name, string? folder) => (Name, Folder) = (name, folder);

    /// <summary>The file's path, or words that stand for it.</summary>
    public string Name { get; }

    /// <summary>Where relative paths start; null for a text without a file.</summary>
    public string? Folder { get; }

    public KubeconfigField Root { get; private set; } = null!;

    public static KubeconfigDocument FromText(string text) => Parse(new KubeconfigDocument("the kubeconfig text", null), text);

    public static KubeconfigDocument FromFile(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (new FileInfo(full).Length > LargestFile)
                throw new KubeconfigException(path, "the file", "it is larger than 4 MiB, which no kubeconfig is");
            return Parse(new KubeconfigDocument(path, Path.GetDirectoryName(full)), File.ReadAllText(full, Encoding.UTF8));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KubeconfigException(path, "the file", $"it cannot be read; check that it exists and who may read it ({exception.Message})", exception);
        }
    }

    private static KubeconfigDocument Parse(KubeconfigDocument document, string text)
    {
        try
        {
            RefuseDeepNesting(document, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            document.Root = new KubeconfigField(document, "", stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null);
            return document;
        }
        catch (YamlException exception)
        {
            throw new KubeconfigException(document.Name, $"line {exception.Start.Line}", "it is not valid YAML; repair the line or copy the file anew", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet meets some malformed input with these instead of its own exception.
            throw new KubeconfigException(document.Name, "the file", "it is not valid YAML; copy it anew", exception);
        }
    }

    /// <summary>Building the tree recurses, so a file made of brackets would end the process instead of failing.</summary>
    private static void RefuseDeepNesting(KubeconfigDocument document, string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting)
                throw new KubeconfigException(document.Name, $"line {parser.Current?.Start.Line}", "it is nested deeper than any kubeconfig; copy the file anew");
        }
    }
}
