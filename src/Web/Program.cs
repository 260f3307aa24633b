using System.CommandLine;
using Twente.Igw.Web.Verbs;

// The table of contents of the program: what it can do is what is listed here.
var igw = new RootCommand(
    "Twente IGW: lokale veiligheid zien, duiden en er iets aan doen. Eén platform, elke gemeente apart.")
{
    MigrateVerb.Command(),
    TenantVerbs.Command(),
    AreasVerbs.Command(),
    AgreementsVerbs.Command(),
    ContractsVerbs.Command(),
    MappingsVerbs.Command(),
    DeliveriesVerbs.Command(),
    FeedsVerb.Command(),
    RetentionVerbs.Command(),
    LimitsVerbs.Command(),
    FiguresVerb.Command(),
    RevisionsVerbs.Command(),
    PublishedVerb.Command(),
    KeyFiguresVerbs.Command(),
    BoroughsVerbs.Command(),
    CategoriesVerbs.Command(),
    RegionVerbs.Command(),
    UserVerbs.Command(),
    ClientVerbs.Command(),
    KeysVerbs.Command(),
    AuditVerbs.Command(),
    EvidenceVerb.Command(),
    WorkVerb.Command(),
    ServeVerb.Command(),
    DemoVerb.Command(),
};
foreach (var command in BackupVerbs.Commands())
    igw.Add(command);

// The host decides how long stopping may take; this is for a host that hangs.
return await igw.Parse(args).InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
