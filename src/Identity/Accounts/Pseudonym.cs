namespace Twente.Igw.Identity;

/// <summary>Names of people for the record: the same person has the same one, and it names nobody.</summary>
public static class Pseudonym
{
    private const int Digits = 8;

    /// <summary>By the end of her id: it begins with a time, which colleagues share.</summary>
    public static string Of(Guid user) => "gebruiker-" + user.ToString("N")[^Digits..];
}
