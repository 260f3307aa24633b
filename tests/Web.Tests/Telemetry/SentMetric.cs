using System.Text;

namespace Twente.Igw.Web.Tests.Telemetry;

/// <summary>One metric of an OTLP message (opentelemetry.proto.metrics.v1): its name, unit and form.</summary>
internal sealed record SentMetric(string Name, string Unit, MetricForm Form)
{
    /// <summary>
    /// What it is called in Prometheus by the rules of OpenTelemetry: dots become underscores, the unit is appended and
    /// for what only rises <c>_total</c>; a histogram is three.
    /// </summary>
    public IEnumerable<string> PrometheusNames
    {
        get
        {
            var name = Name.Replace('.', '_') + Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
            return Form switch
            {
                MetricForm.Counter => [name + "_total"],
                MetricForm.Histogram => [name + "_bucket", name + "_count", name + "_sum"],
                _ => [name],
            };
        }
    }

    /// <summary>Every metric of a request: resource (1), scope (2), metric (2).</summary>
    public static IEnumerable<SentMetric> Read(byte[] request) =>
        Fields(request).Where(resource => resource.Number == 1)
            .SelectMany(resource => Fields(resource.Bytes)).Where(scope => scope.Number == 2)
            .SelectMany(scope => Fields(scope.Bytes)).Where(metric => metric.Number == 2)
            .Select(metric => Of([.. Fields(metric.Bytes)]));

    private static SentMetric Of(Field[] fields) => new(
        Text(fields, 1), Text(fields, 3),
        fields.Any(f => f.Number is 9 or 10) ? MetricForm.Histogram
            : fields.Any(f => f.Number == 7 && Fields(f.Bytes).Any(s => s is { Number: 3, Value: 1 }))
                ? MetricForm.Counter : MetricForm.Gauge);

    private static string Text(Field[] fields, int number) =>
        Encoding.UTF8.GetString(fields.FirstOrDefault(f => f.Number == number).Bytes ?? []);

    /// <summary>The fields of a protobuf message; of a fixed-width one only the number is kept.</summary>
    private static IEnumerable<Field> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var (number, wire) = ((int)(key >> 3), key & 7);
            if (wire == 0)
            {
                yield return new Field(number, Varint(message, ref at), []);
                continue;
            }
            var length = wire switch { 1 => 8, 5 => 4, _ => (int)Varint(message, ref at) };
            yield return new Field(number, 0, message[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var read = message[at++];
            value |= (ulong)(read & 0x7f) << shift;
            if (read < 0x80)
                return value;
        }
    }

    private readonly record struct Field(int Number, ulong Value, byte[] Bytes);
}

internal enum MetricForm
{
    Gauge,
    Counter,
    Histogram,
}
