using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>Whose certificates count for mail servers: those the machine trusts, or in a test its own authority.</summary>
/// <param name="Policy">Null for those of the machine.</param>
internal sealed record MailTrust(X509ChainPolicy? Policy);
