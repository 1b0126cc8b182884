using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace HomelabPortal.Tests.Ui;

/// <summary>A web root that holds an app sprite of two symbols.</summary>
internal sealed class OneSprite : IFileProvider
{
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IFileInfo GetFileInfo(string subpath) => subpath == "generated/apps.svg" ? new Sprite() : new NotFoundFileInfo(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Sprite : IFileInfo
    {
        private readonly byte[] _text = Encoding.UTF8.GetBytes("""<svg><symbol id="sonarr"></symbol><symbol id="homeassistant"></symbol></svg>""");

        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => _text.Length;

        public string Name => "apps.svg";

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(_text);
    }
}
