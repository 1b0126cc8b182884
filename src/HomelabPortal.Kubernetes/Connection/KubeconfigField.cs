using YamlDotNet.RepresentationModel;

namespace HomelabPortal.Kubernetes;

/// <summary>One place in a kubeconfig that knows its file and path, so that every complaint can name them.</summary>
internal sealed class KubeconfigField(KubeconfigDocument document, string path, YamlNode? node)
{
    public string Path => path;

    public bool IsPresent => node is not null and not YamlScalarNode { Value: null or "" or "~" or "null" };

    public KubeconfigField this[string name]
    {
        get
        {
            if (!IsPresent)
                return new(document, Join(name), null);
            if (node is not YamlMappingNode map)
                throw Problem("a mapping was expected here");
            YamlNode? child = null;
            foreach (var (key, value) in map.Children)
            {
                if (key is YamlScalarNode { Value: { } text } && text == name)
                    child = value;
            }
            return new(document, Join(name), child);
        }
    }

    /// <summary>The text, or null when the field is absent or empty.</summary>
    public string? Text() => !IsPresent ? null : node is YamlScalarNode scalar ? scalar.Value : throw Problem("text was expected here");

    public bool Flag() => Text() switch
    {
        null or "false" or "False" or "FALSE" => false,
        "true" or "True" or "TRUE" => true,
        _ => throw Problem("it must be true or false"),
    };

    /// <summary>A path as it is meant: relative to the folder of the file it stands in.</summary>
    public string? FilePath()
    {
        if (Text() is not { } text)
            return null;
        if (text.Contains('\0'))
            throw Problem("it is not a path");
        if (System.IO.Path.IsPathRooted(text))
            return text;
        return document.Folder is { } folder
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, text))
            : throw Problem("a relative path has no meaning in a text without a file; use an absolute path or inline data");
    }

    public IEnumerable<KubeconfigField> Items()
    {
        if (!IsPresent)
            return [];
        if (node is not YamlSequenceNode list)
            throw Problem("a list was expected here");
        return list.Children.Select((item, index) => new KubeconfigField(document, $"{path}[{index}]", item));
    }

    /// <summary>The entry of that name in a list of named entries, under a path that says the name; null when there is none.</summary>
    public KubeconfigField? Named(string name)
    {
        foreach (var item in Items())
        {
            if (item["name"].Text() == name)
                return item.At($"{path}[{name}]");
        }
        return null;
    }

    public IEnumerable<string> Names() => Items().Select(item => item["name"].Text()).OfType<string>();

    public KubeconfigException Problem(string problem, Exception? inner = null) => new(document.Name, path.Length == 0 ? "the file" : path, problem, inner);

    private KubeconfigField At(string newPath) => new(document, newPath, node);

    private string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
