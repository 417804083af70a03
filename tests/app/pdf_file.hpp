// Small PDF files for tests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mingze::app {

/// A page's size in points and what is drawn on it, in the language of PDF. `/F` is a font of Latin
/// letters, `/Scan` a picture of 700 by 700 black dots.
struct PdfPage {
  std::string content;
  int side = 800;
};

inline std::string pdf_file(const std::vector<PdfPage>& pages) {
  std::string file = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto object = [&](const std::string& body) {
    places.push_back(file.size());
    file += std::to_string(places.size()) + " 0 obj" + body + "endobj\n";
  };
  const auto stream = [](const std::string& entries, const std::string& bytes) {
    return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>stream\n" + bytes +
           "\nendstream ";
  };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
  object("<</Type/Catalog/Pages 2 0 R>>");
  object("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>");
  object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  object(stream(
      "/Type/XObject/Subtype/Image/Width 700/Height 700/BitsPerComponent 1/ColorSpace/DeviceGray",
      std::string(std::size_t{88} * 700, '\0')));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string side = std::to_string(pages[i].side);
    object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + side + " " + side +
           "]/Resources<</Font<</F 3 0 R>>/XObject<</Scan 4 0 R>>>>/Contents " +
           std::to_string(6 + 2 * i) + " 0 R>>");
    object(stream("", pages[i].content));
  }
  const std::size_t table = file.size();
  file += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    file += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return file + "trailer<</Size " + std::to_string(places.size() + 1) +
         "/Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

}  // namespace mingze::app
