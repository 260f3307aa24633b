using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Delivering;

/// <summary>For whom the host of suppliers answers a request, and what she may reach.</summary>
internal sealed class ReadSupplier(FindReach find, RefuseCrossing crossing, IHttpContextAccessor accessor)
{
    public Actor Actor => new(Visitor.Pseudonym, Visitor.Program is null ? "aanleveren" : "api");

    public Task<SupplierReach> Reach(CancellationToken cancel) => find.Execute(Visitor.Suppliers, cancel);

    /// <summary>
    /// What is not hers is not there; that she asked is on the record, because it may be an attempt to reach another's.
    /// </summary>
    public Task RecordCrossing(CancellationToken cancel) =>
        crossing.Execute(Http.Request.Path.Value ?? "", Actor, cancel);

    /// <summary>A page of another site has posted this with her cookie; a program has no cookie.</summary>
    public bool IsForged
    {
        get
        {
            var headers = Http.Request.Headers;
            return Visitor.Program is null
                && ((headers.Origin.Count > 0 && headers.Origin != $"{Http.Request.Scheme}://{Http.Request.Host}")
                    || headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"));
        }
    }

    private HttpContext Http => accessor.HttpContext
        ?? throw new InvalidOperationException("There is no request to read a supplier from.");

    private Visitor Visitor => Http.Features.Get<Visitor>()
        ?? throw new InvalidOperationException("Nobody is signed in: this endpoint is marked as anybody's.");
}
