using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace HomelabPortal.Secrets.KeyRing;

/// <summary>The other way; the framework makes it by its name and hands it the services.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var keyId = (string?)encryptedElement.Attribute(MasterKeyXmlEncryptor.KeyId) ?? "";
        var key = services.GetRequiredService<MasterKeys>().Find(keyId)
            ?? throw new CryptographicException($"The master key {keyId} is missing.");
        var plain = key.Open(Convert.FromBase64String((string?)encryptedElement.Element("value") ?? ""), MasterKeyXmlEncryptor.ContextOf(keyId));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
