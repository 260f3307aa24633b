namespace Twente.Igw.Deliveries;

/// <summary>
/// Why a feed may exist: between a supplier and a gemeente, for one contract. Without one in force nothing is accepted.
/// The row says what holds now; <see cref="AgreementVersion"/> says what held before, and who changed it.
/// </summary>
internal sealed class Agreement
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    public string LegalBasis { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public string Recipients { get; private set; } = "";

    public bool MayBePassedOn { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>False while it is the default one, "standaard, nog vast te leggen".</summary>
    public bool IsConfirmed { get; set; }

    public string CountedDate { get; private set; } = "";

    public int ExpectedWeekday { get; private set; }

    public OrderKey OrderKey { get; private set; }

    public bool ManifestRequired { get; private set; }

    public long SizeLimit { get; private set; }

    public int DefinitiveAfterWeeks { get; private set; }

    public int OriginalsKeptMonths { get; private set; }

    public const long DefaultSizeLimit = AgreementTerms.DefaultSizeLimit;

    /// <summary>What it says, as one value.</summary>
    public required AgreementTerms Terms
    {
        get => new()
        {
            LegalBasis = LegalBasis, Purpose = Purpose, Recipients = Recipients, MayBePassedOn = MayBePassedOn,
            From = From, Until = Until, CountedDate = CountedDate, ExpectedWeekday = ExpectedWeekday,
            OrderKey = OrderKey, ManifestRequired = ManifestRequired, SizeLimit = SizeLimit,
            DefinitiveAfterWeeks = DefinitiveAfterWeeks, OriginalsKeptMonths = OriginalsKeptMonths,
        };
        set
        {
            (LegalBasis, Purpose, Recipients) = (value.LegalBasis, value.Purpose, value.Recipients);
            (MayBePassedOn, From, Until) = (value.MayBePassedOn, value.From, value.Until);
            (CountedDate, ExpectedWeekday) = (value.CountedDate, value.ExpectedWeekday);
            (OrderKey, ManifestRequired) = (value.OrderKey, value.ManifestRequired);
            (SizeLimit, DefinitiveAfterWeeks) = (value.SizeLimit, value.DefinitiveAfterWeeks);
            OriginalsKeptMonths = value.OriginalsKeptMonths;
        }
    }
}
