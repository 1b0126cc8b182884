using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace HomelabPortal.Secrets.KeyRing;

/// <summary>Encrypts the framework's keys with the master key before they reach the disk.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKeys master) : IXmlEncryptor
{
    public const string Element = "sealedKey";
    public const string KeyId = "masterKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = master.Current;
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(
            Element, new XAttribute(KeyId, key.Id), new XElement("value", Convert.ToBase64String(key.Seal(plain, ContextOf(key.Id)))));
        return new EncryptedXmlInfo(element, typeof(MasterKeyXmlDecryptor));
    }

    public static string ContextOf(string keyId) => $"v1|cookie key|{keyId}";
}
