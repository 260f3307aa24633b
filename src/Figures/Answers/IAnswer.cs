using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>An answer made of figures, which passes disclosure before anybody sees it.</summary>
public interface IAnswer
{
    /// <summary>Whose figures.</summary>
    AreaCode Municipality { get; }
}
